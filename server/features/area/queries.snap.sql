select "code", "name" from "district" order by "name";

select "code", "name", "district_code" as "district" from "village" order by "name";
