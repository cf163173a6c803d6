-- A failure is forgotten after a time of its own, so that a network of many people is not slowed for a whole day. The
-- function of two arguments stays for servers that have not been restarted yet.
create function throttle_failed(key bytea, at timestamptz, forgotten_after interval) returns void
language sql security definer set search_path = '' as $$
  insert into public.throttles as t (key_hash, failures, last_failed_at) values (key, 1, at)
  on conflict (key_hash) do update
    set failures = 1 + greatest(0, t.failures
          - floor(greatest(0, extract(epoch from at - t.last_failed_at)) / extract(epoch from forgotten_after))::integer),
        last_failed_at = at
$$;
--> statement-breakpoint
revoke execute on function throttle_failed(bytea, timestamptz, interval) from public;
--> statement-breakpoint
grant execute on function throttle_failed(bytea, timestamptz, interval) to countersign_app;
--> statement-breakpoint
alter function throttle_failed(bytea, timestamptz, interval) owner to countersign_resolver;
