-- order status trigger
--
-- Revision ID: 0009
-- Revises: 0007
-- Create Date: 2025-01-30 08:57:19+00:00

-- @upgrade
CREATE FUNCTION orders_guard_status() RETURNS trigger
LANGUAGE plpgsql AS $function$
DECLARE
  allowed constant jsonb := $json${
    "NEW":              ["ACCEPTED", "REJECTED", "CANCELLED"],
    "ACCEPTED":         ["PARTIALLY_FILLED", "FILLED", "CANCELLED"],
    "PARTIALLY_FILLED": ["FILLED", "CANCELLED"]
  }$json$;
BEGIN
  IF NOT coalesce(allowed -> OLD.status::text ? NEW.status::text, false) THEN
    RAISE EXCEPTION USING
      ERRCODE = 'check_violation',
      MESSAGE = format($message$order %s is %s; it can't become %s$message$, OLD.order_id, OLD.status, NEW.status),
      HINT    = $hint$FILLED, CANCELLED and REJECTED are final; send a new order instead.$hint$;
  END IF;
  NEW.updated_at := now();
  RETURN NEW;
END
$function$;

-- Creating a trigger waits for writers of orders, and they for it: for an instant only.
CREATE TRIGGER orders_guard_status
  BEFORE UPDATE OF status ON orders
  FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION orders_guard_status();

-- @downgrade
DROP TRIGGER orders_guard_status ON orders;

DROP FUNCTION orders_guard_status();
