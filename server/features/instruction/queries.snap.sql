insert into "instruction" ("agency_id", "text", "due_on", "channel", "note", "instruction_id", "given_by", "given_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, current_setting('piket.region')) on conflict do nothing returning "instruction_id" as "instruction";

insert into instruction_receiver (region_id, instruction_id, employee_id)
    select current_setting('piket.region'), $1::uuid, employee
    from unnest($2::text[]) as employee;

select "task"."text", "task"."due_on" as "due", "task"."channel", "task"."note", "task"."given_by" as "givenBy", array(select employee_id from instruction_receiver as receiver
        where receiver.region_id = task.region_id and receiver.instruction_id = task.instruction_id) as "employees" from "instruction" as "task" where "task"."instruction_id" = $1;

select "task"."instruction_id" as "instruction", "receiver"."employee_id" as "employee", "task"."text", "task"."due_on" as "due", "task"."channel", "task"."note", "task"."given_by" as "givenBy", (extract(epoch from task.given_at) * 1000)::float8 as "givenAt", "receiver"."answered_by" as "answeredBy", (extract(epoch from receiver.answered_at) * 1000)::float8 as "answeredAt" from "instruction" as "task" inner join "instruction_receiver" as "receiver" on "receiver"."region_id" = "task"."region_id" and "receiver"."instruction_id" = "task"."instruction_id" where "task"."withdrawn_at" is null and "receiver"."employee_id" = $1 and "receiver"."answered_at" is null order by "task"."due_on", "task"."given_at";

select "task"."instruction_id" as "instruction", "receiver"."employee_id" as "employee", "task"."text", "task"."due_on" as "due", "task"."channel", "task"."note", "task"."given_by" as "givenBy", (extract(epoch from task.given_at) * 1000)::float8 as "givenAt", "receiver"."answered_by" as "answeredBy", (extract(epoch from receiver.answered_at) * 1000)::float8 as "answeredAt" from "instruction" as "task" inner join "instruction_receiver" as "receiver" on "receiver"."region_id" = "task"."region_id" and "receiver"."instruction_id" = "task"."instruction_id" where "task"."withdrawn_at" is null and receiver.employee_id = any($1::text[]) and (receiver.answered_at is null or task.due_on >= $2) order by "task"."due_on", "task"."given_at", "receiver"."employee_id";

update "instruction_receiver" set "answered_by" = $1, "answered_at" = $2 where "employee_id" = $3 and instruction_id = any($4::uuid[]) and "answered_at" is null returning "instruction_id" as "instruction";

select "task"."instruction_id" as "instruction", case when bool_and(receiver.answered_at is not null) then max(receiver.answered_at) end as "answeredAt" from "instruction" as "task" inner join "instruction_receiver" as "receiver" on "receiver"."region_id" = "task"."region_id" and "receiver"."instruction_id" = "task"."instruction_id" where task.instruction_id = any($1::uuid[]) and "task"."withdrawn_at" is null group by "task"."instruction_id";

update "instruction" set "withdrawn_at" = $1 where "instruction_id" = $2 and "given_by" = $3 and "withdrawn_at" is null returning "agency_id" as "agency";
