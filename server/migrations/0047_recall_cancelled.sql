-- A recall that is cancelled: nobody is wanted any more, and what was written before stays.

alter table recall
  add column cancelled_at  timestamptz,
  add column cancelled_for text check (length(cancelled_for) between 1 and 300),
  add column cancelled_by  text,  -- employee id
  add check ((cancelled_at is null) = (cancelled_for is null) and (cancelled_at is null) = (cancelled_by is null)),
  add check (cancelled_at is null or settled_at is null);

grant update (cancelled_at, cancelled_for, cancelled_by) on recall to piket_app;

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'recall_cancelled', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide',
  'correction_answered', 'objection_to_decide', 'objection_answered'));

-- A notice that has not gone out goes out no more once what it was about is cancelled.
alter table delivery drop constraint delivery_failed_for_check;
alter table delivery add constraint delivery_failed_for_check check (
  failed_for in ('no-receiver', 'unreachable', 'turned-away', 'too-late', 'cancelled'));
