-- What somebody may know of the records about them: who read them, and everything that is held.

-- Reads of lists name the agency whose people they show.
alter table sensitive_read add column agency_id text;
create index sensitive_read_by_agency on sensitive_read (region_id, agency_id, id) where agency_id is not null;

-- Every row about one person, table by table. It asks the catalogue, so that no table can be forgotten; what may be
-- seen is what row security and the grants of the caller allow. Health attributes have an accessor of their own.
create function own_data(employee text, account uuid) returns table (source text, held jsonb)
language plpgsql stable as $$
declare
  one record;
begin
  for one in
    select relation.relname as name,
      bool_or(attribute.attname = 'employee_id') as of_employee
    from pg_class as relation
    join pg_attribute as attribute on attribute.attrelid = relation.oid and not attribute.attisdropped
    where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'p')
      and not relation.relispartition
      and attribute.attname in ('employee_id', 'account_id')
      and relation.relname <> 'health_attribute'
      and has_table_privilege(relation.oid, 'select')
    group by relation.relname
    order by relation.relname
  loop
    return query execute format(
      'select %L::text, to_jsonb(held) - array[''region_id'', ''content'', ''password_hash'', ''token_hash'', ''code_hash'', ''pin_hash'']
       from %I as held where %s', one.name, one.name,
      case when one.of_employee then 'employee_id = $1' else 'account_id = $2' end)
    using employee, account;
  end loop;
  return query
    select 'event', to_jsonb(happened) - 'region_id' from event as happened
    where subject in (employee, account::text) or actor in (employee, account::text)
    order by id;
end $$;
revoke execute on function own_data(text, uuid) from public;
grant execute on function own_data(text, uuid) to piket_app;
