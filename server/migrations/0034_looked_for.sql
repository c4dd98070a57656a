-- What is looked for by other columns than the keys lead with: what came since a day was derived, what somebody did, and
-- everything about one person.
create index check_in_received on check_in (region_id, received_at);
create index work_report_sent on work_report (region_id, sent_at);
create index event_by_actor on event (region_id, actor, id);
create index check_in_of on check_in (region_id, employee_id, day);
create index voucher_of on voucher (region_id, employee_id, day);
create index fingerprint_of on fingerprint (region_id, employee_id, day);
