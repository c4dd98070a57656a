insert into "inspection_photo" ("inspection_id", "photo_id", "sha256", "type", "content", "caption", "inspector", "taken_at", "received_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, current_setting('piket.region'));

select "photo_id" as "id", "caption", "inspector", "taken_at" as "takenAt", "received_at" as "receivedAt", encode(sha256, 'hex') as "sha256" from "inspection_photo" where "inspection_id" = $1 order by "taken_at", "photo_id";

select "photo"."type", "photo"."content", "inspection"."agency_id" as "agency" from "inspection_photo" as "photo" inner join "inspection" on "inspection"."region_id" = "photo"."region_id" and "inspection"."inspection_id" = "photo"."inspection_id" where "photo"."inspection_id" = $1 and "photo"."photo_id" = $2;
