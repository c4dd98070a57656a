-- What inspectors bring from an office beside their marks: photos, and signatures that were drawn on the screen.
alter table inspection
  add column team_signature    text,   -- the path of an SVG
  add column office_signature  text,
  add check (team_signature is null or closed_at is not null),
  add check (office_signature is null or office_word = 'signed'),
  add check (length(team_signature) <= 8000 and team_signature ~ '^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})+)+$'),
  add check (length(office_signature) <= 8000 and office_signature ~ '^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})+)+$');
grant update (team_signature, office_signature) on inspection to piket_app;

-- Photos are added and never changed.
create table inspection_photo (
  region_id      text not null,
  inspection_id  uuid not null,
  photo_id       uuid not null,       -- given by the phone: sent twice, it is one
  sha256         bytea not null check (length(sha256) = 32),
  type           text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
  content        bytea not null check (length(content) between 1 and 10485760),
  caption        text not null check (length(caption) <= 300),
  inspector      text not null,       -- account id
  taken_at       timestamptz not null,   -- by the phone
  received_at    timestamptz not null,
  primary key (region_id, inspection_id, photo_id),
  foreign key (region_id, inspection_id) references inspection
);
grant select, insert on inspection_photo to piket_app;
alter table inspection_photo enable row level security;
alter table inspection_photo force row level security;
create policy reach on inspection_photo to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and inspection_id in (select one.inspection_id from inspection as one)
);
