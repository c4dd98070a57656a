-- Notices of meetings: that somebody was called, or the meeting is off; and that closed minutes ask something of them. And
-- one that a complaint waits at its desk.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'recall_cancelled', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide',
  'correction_answered', 'objection_to_decide', 'objection_answered', 'activity_to_coordinate', 'activity_to_clear',
  'activity_answered', 'finding_made', 'case_opened', 'case_to_answer', 'case_answered', 'escort_to_answer',
  'meeting_called', 'follow_up_owed', 'complaint_received'));
