-- Somebody who is called because another one cannot come: the record names the recall in whose place it stands.
alter table recall
  add column instead_of uuid,
  add foreign key (region_id, instead_of) references recall,
  add check (instead_of <> recall_id);
create index recall_instead_of on recall (region_id, instead_of) where instead_of is not null;
