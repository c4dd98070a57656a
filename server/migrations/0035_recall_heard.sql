-- Answers to recalls that a superior heard by telephone: who heard them, and with which form they were entered.

alter table recall
  add column answered_to  text,  -- employee id of the superior who heard the answer; null: the person's own
  add column answer_form  uuid,  -- sent twice, it is one answer
  add column answer_words text check (length(answer_words) between 1 and 200), -- of who comes; who cannot says why
  add check (answered_to is null or answer is not null),
  add check ((answered_to is null) = (answer_form is null)),
  add check (answer_words is null or answered_to is not null);

grant update (answered_to, answer_form, answer_words) on recall to piket_app;
