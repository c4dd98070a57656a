-- A case can be of what the public complained of: one for each person and complaint.
alter table case_file
  add column complaint_id uuid,
  drop constraint case_file_kind_check,
  add constraint case_file_kind_check
    check (kind in ('uncoordinated', 'no_show', 'unreachable', 'travel', 'inspection', 'complaint')),
  add check ((kind = 'complaint') = (complaint_id is not null)),
  add unique (region_id, employee_id, complaint_id),
  add foreign key (region_id, complaint_id) references complaint;
