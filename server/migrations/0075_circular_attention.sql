-- What of a document somebody was told to look at: once for each reason.

create table circular_attention (
  region_id    text not null references region,
  circular_id  text not null,
  reason       text not null check (reason in ('basis', 'review')),
  about        text not null,          -- the document that is over, or the day of the review
  told_at      timestamptz not null,
  primary key (region_id, circular_id, reason, about)
);

grant select, insert on circular_attention to piket_app;
alter table circular_attention enable row level security;
alter table circular_attention force row level security;
create policy region on circular_attention to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'recall_cancelled', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide',
  'correction_answered', 'objection_to_decide', 'objection_answered', 'activity_to_coordinate', 'activity_to_clear',
  'activity_answered', 'finding_made', 'case_opened', 'case_to_answer', 'case_answered', 'escort_to_answer',
  'meeting_called', 'follow_up_owed', 'complaint_received', 'circular_due'));
