-- One person can hold the same role in the same body of two zones (省发展改革委 answers in several). NULL is the system's own.
DROP INDEX "membership_user_id_body_role_key";
CREATE UNIQUE INDEX "membership_user_id_zone_body_role_key" ON "membership"("user_id", "zone", "body", "role") NULLS NOT DISTINCT;
