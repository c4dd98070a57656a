-- A case can be of what an inspection found: one for each person and visit.
alter table case_file
  add column inspection_id uuid,
  drop constraint case_file_kind_check,
  add constraint case_file_kind_check
    check (kind in ('uncoordinated', 'no_show', 'unreachable', 'travel', 'inspection')),
  add check ((kind = 'inspection') = (inspection_id is not null)),
  add unique (region_id, employee_id, inspection_id),
  add foreign key (region_id, inspection_id) references inspection;
