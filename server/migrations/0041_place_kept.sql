-- Where a point lay, kept when the point itself goes after thirty days: whether inside, near or away of which place, how
-- far at most, and how well the phone knew it. Like the rest of a grade it cannot be found later.
alter table check_in_grade
  add column near_to        uuid,
  add column near_band      text check (near_band in ('inside', 'near', 'away')),
  add column near_within    integer check (near_within in (0, 1000, 5000, 25000)),  -- metres outside; null: farther
  add column near_accuracy  double precision,                                       -- metres, as the phone said
  add foreign key (region_id, near_to) references known_place,
  -- All of it, or nothing: there was no point, it said nothing, or there was no place to compare it with.
  add check (num_nulls(near_to, near_band, near_accuracy) in (0, 3)),
  add check (near_within is null or near_band is not null);
grant update (near_to, near_band, near_within, near_accuracy) on check_in_grade to piket_app;
