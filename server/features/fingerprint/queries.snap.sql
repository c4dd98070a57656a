insert into "fingerprint_machine" ("machine_id", "agency_id", "name", "added_by", "added_at", "region_id") values ($1, $2, $3, $4, $5, current_setting('piket.region')) on conflict do nothing returning "machine_id";

select "machine_id" as "machine", "agency_id" as "agency", "name" from "fingerprint_machine" order by "agency_id", "name", "machine_id";

select "number", "employee_id" as "employee" from "machine_number" where "machine_id" = $1 order by "number";

insert into "machine_number" ("region_id", "machine_id", "number", "employee_id", "entered_by", "entered_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5) on conflict ("region_id", "machine_id", "number") do update set "employee_id" = $6, "entered_by" = $7, "entered_at" = $8;

insert into "fingerprint_file" ("machine_id", "sha256", "content", "kept_by", "kept_at", "region_id") values ($1, $2, $3, $4, $5, current_setting('piket.region')) on conflict do nothing;

select "content", "imported_at" as "imported" from "fingerprint_file" where "machine_id" = $1 and "sha256" = $2;

select "sha256", (extract(epoch from imported_at) * 1000)::float8 as "imported" from "fingerprint_file" where "machine_id" = $1 and "imported_at" is not null order by "imported_at" desc, "sha256" limit $2;

update "fingerprint_file" set "imported_at" = $1 where "machine_id" = $2 and "sha256" = $3;

insert into "fingerprint" ("region_id", "day", "employee_id", "machine_id", "at", "direction", "imported_at") select current_setting('piket.region'), day, employee_id, machine_id, at, direction, imported_at
        from json_to_recordset($1::json) as given(
          day date, employee_id text, machine_id uuid, at timestamptz, direction text, imported_at timestamptz) on conflict do nothing returning "employee_id" as "employee", "day";

select "employee_id" as "employee", "tap"."machine_id" as "machine", "machine"."name", "direction", (extract(epoch from at) * 1000)::float8 as "at", (extract(epoch from imported_at) * 1000)::float8 as "importedAt" from "fingerprint" as "tap" inner join "fingerprint_machine" as "machine" on "machine"."region_id" = "tap"."region_id" and "machine"."machine_id" = "tap"."machine_id" where "day" = $1 and employee_id = any($2::text[]) order by "at", "tap"."machine_id";
