-- What has served its purpose goes; that it was there stays.

-- The bytes of a photo go; its fingerprint stands in the minutes.
alter table inspection_photo alter column content drop not null;
grant update (content) on inspection_photo to piket_app;

-- Of an ambassador who was turned down, or agrees no longer, is kept that there was one.
alter table ambassador
  alter column name drop not null,
  alter column description drop not null,
  alter column reason drop not null,
  add check ((name is null) = (description is null) and (name is null) = (reason is null)),
  add check (name is not null or consent is null);
grant update (name, description, reason) on ambassador to piket_app;
