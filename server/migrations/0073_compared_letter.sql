-- Whether a signed letter begins, byte by byte, as the letter that was made of its text; of earlier ones nobody has looked.
alter table signed_letter add column is_same boolean not null default false;
alter table signed_letter alter column is_same drop default;
