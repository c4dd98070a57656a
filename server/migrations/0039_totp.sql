-- Codes of an authenticator application (TOTP), for whoever wants a second step beside the password and is no
-- administrator. The secret is encrypted with a key that is not in the database.
create table totp (
  region_id   text not null,
  account_id  uuid not null,
  secret      bytea not null,
  last_step   bigint not null,   -- of the last code taken: none is taken twice, and none before it
  begun_at    timestamptz not null,
  primary key (region_id, account_id),
  foreign key (region_id, account_id) references account
);

-- For the day the phone is lost: each is good once.
create table recovery_code (
  region_id   text not null,
  account_id  uuid not null,
  code_hash   bytea not null,
  used_at     timestamptz,
  primary key (region_id, account_id, code_hash),
  foreign key (region_id, account_id) references account
);

alter table session drop constraint session_second_factor_check;
alter table session add constraint session_second_factor_check
  check (second_factor in ('passkey', 'sign_on', 'totp', 'recovery_code'));

grant select, insert, delete, update (last_step) on totp to piket_app;
grant select, insert, delete, update (used_at) on recovery_code to piket_app;

alter table totp enable row level security;
alter table recovery_code enable row level security;

alter table totp force row level security;
alter table recovery_code force row level security;

create policy region on totp to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on recovery_code to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));

-- Everything that is held about somebody, without what would let anybody in: secrets of codes and of sign-ons too.
create or replace function own_data(employee text, account uuid) returns table (source text, held jsonb)
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
      'select %L::text, to_jsonb(held) - array[''region_id'', ''content'', ''password_hash'', ''token_hash'', ''code_hash'', ''pin_hash'',
         ''secret'', ''verifier'', ''nonce'']
       from %I as held where %s', one.name, one.name,
      case when one.of_employee then 'employee_id = $1' else 'account_id = $2' end)
    using employee, account;
  end loop;
  return query
    select 'event', to_jsonb(happened) - 'region_id' from event as happened
    where subject in (employee, account::text) or actor in (employee, account::text)
    order by id;
end $$;
