-- A list that was never adopted can be deleted; what was said of it stays, word for word, and outlives it.
ALTER TABLE "year_list_step" DROP CONSTRAINT "year_list_step_zone_list_fkey";

-- What Prisma does not see. An adopted list is what everybody reports by: no fault of the web's takes it away.
GRANT DELETE ON public.year_list TO web_app;
CREATE FUNCTION public.keep_adopted_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'year list % of % is adopted and stays', OLD.code, OLD.zone USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER year_list_adopted_stays BEFORE DELETE ON public.year_list
  FOR EACH ROW WHEN (OLD.phase = 'adopted') EXECUTE FUNCTION public.keep_adopted_list();
