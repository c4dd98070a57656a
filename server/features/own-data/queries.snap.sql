select source, held from own_data($1, $2::uuid);
