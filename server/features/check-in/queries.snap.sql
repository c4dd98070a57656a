select place, outcome, received from check_in_many($1::json);
