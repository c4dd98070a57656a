-- What a session has shown beside the password: a passkey, or a provider that says it asked for one. Who manages accounts,
-- other systems or rules is let in by nothing less.
alter table session add column second_factor text check (second_factor in ('passkey', 'sign_on'));
grant update (second_factor) on session to piket_app;
