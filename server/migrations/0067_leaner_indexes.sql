-- inspection_of_agency begins with the same columns.
drop index inspection_by_day;

-- What is looked at each minute: the few activities that were carried out against clauses, not all that were carried out.
create index step_carried_out_against on activity_step (region_id, activity_id)
  where move = 'carry_out' and cardinality(clauses) > 0;
