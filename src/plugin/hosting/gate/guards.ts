/** The channel on which the database says that services are to stand otherwise. */
export const GATE_CHANNEL = 'lunas_gate'

/**
 * Tells the gate of every change that could open or close a site, in the transaction that changes it:
 * Postgres delivers the word when that commits. A shop's migration runs these statements.
 */
export const GATE_STATEMENTS: readonly string[] = [
  `create function lunas_tell_gate() returns trigger language plpgsql as $$
    begin
      perform pg_notify('${GATE_CHANNEL}', '');
      return null;
    end $$`,
  `create trigger hosting_accounts_tell_gate
    after insert or delete or update of hosts, wanted, state on hosting_accounts
    for each statement execute function lunas_tell_gate()`,
]
