-- Notices of permits, corrections and objections: one for all that has come, and the next after a while.

-- One more argument for the door of 0028: how long a job waits before it may run. Seconds and no moment: the clock of the
-- queue is that of the database.
drop function enqueue(text, json, integer);
create function enqueue(task text, payload json, tries integer default 5, waits integer default 0) returns void
  language sql security definer set search_path = graphile_worker, pg_temp
  begin atomic;
    select graphile_worker.add_job(task, payload, max_attempts => tries, run_at => now() + make_interval(secs => waits));
  end;
revoke execute on function enqueue from public;
grant execute on function enqueue to piket_app;

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide', 'correction_answered',
  'objection_to_decide', 'objection_answered'));

alter table notice add column send_at timestamptz;  -- null: as soon as it was told
create index notice_to on notice (region_id, employee_id, kind);
