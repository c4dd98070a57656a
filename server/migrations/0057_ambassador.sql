-- People whom others follow in changing how they behave, and what they were honoured for. They need not be on the staff.

-- The id comes from the form: sent twice, it is one. Whoever does not agree any longer is named to nobody from then on.
create table ambassador (
  region_id        text not null references region,
  ambassador_id    uuid not null,
  name             text not null check (length(name) between 1 and 120),
  description      text not null check (length(description) between 1 and 200),  -- what they are: a trader at a market
  reason           text not null check (length(reason) between 1 and 500),       -- for the nomination: not for the public
  nominated_by     text not null,      -- account id
  nominated_at     timestamptz not null,
  accepted         boolean,            -- null: nobody has decided
  decided_by       text,
  decided_at       timestamptz,
  consent          text check (length(consent) between 1 and 200),  -- how they agreed to be named; null: they do not
  consent_by       text,               -- account id of who noted it, or noted that it ended
  consent_at       timestamptz,
  primary key (region_id, ambassador_id),
  check ((accepted is null) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((consent_by is null) = (consent_at is null) and (consent is null or consent_by is not null))
);

create table ambassador_award (
  region_id      text not null,
  award_id       uuid not null,
  ambassador_id  uuid not null,
  month          date not null check (extract(day from month) = 1),
  reason         text not null check (length(reason) between 1 and 200),
  given_by       text not null,        -- account id
  given_at       timestamptz not null,
  primary key (region_id, award_id),
  foreign key (region_id, ambassador_id) references ambassador
);
create unique index award_of_month on ambassador_award (region_id, ambassador_id, month);

grant select, insert, update (accepted, decided_by, decided_at, consent, consent_by, consent_at) on ambassador to piket_app;
grant select, insert on ambassador_award to piket_app;

alter table ambassador enable row level security;
alter table ambassador_award enable row level security;

alter table ambassador force row level security;
alter table ambassador_award force row level security;

create policy reach on ambassador to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy reach on ambassador_award to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
