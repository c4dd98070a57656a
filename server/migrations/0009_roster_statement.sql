-- What a roster states has one shape. Rosters from before days could be left open state neither their days nor which of
-- them are open; they are shown as they were drawn, and nobody can check them again.
-- Row security binds the owner too, who is to change every region here.
alter table roster no force row level security;
update roster set
  infeasible = null,
  certificate = jsonb_build_object(
    'status', certificate -> 'status',
    'certificate', certificate -> 'certificate',
    'level', coalesce(certificate #> '{certificate,level}', '0'),
    'over', coalesce(certificate #> '{certificate,over}', '0'),
    'leftOpen', 'days:0',
    'teamOf', '{}'::jsonb,
    'seats', '[]'::jsonb,
    'exceededByMandatory', '[]'::jsonb,
    'gap', null,
    'days', '[]'::jsonb)
where not certificate ? 'leftOpen';
alter table roster force row level security;
