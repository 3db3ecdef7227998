import { UserError } from "../errors.ts";
import { type Filter, unseal } from "./seal.ts";
import { type Kind, openSecret, type Secret, secretOf } from "./secret.ts";
import type { RestrictedStore } from "./store.ts";

export { createKey, keyFile, readKey } from "./key.ts";
export { register } from "./register.ts";
export { KINDS, type Kind, openSecret, type Secret, secretOf } from "./secret.ts";
export { DEFAULT_STORE, type RestrictedStore, readStore, writeStore } from "./store.ts";

/** One entry ready to be looked for. */
export interface OpenEntry extends Filter {
  readonly id: string;
  readonly kind: Kind;
  readonly hash: string;
}

/** A list with what is needed to look for it: plain data, kept in memory only. */
export interface RestrictedList {
  /** See `secretOf`. */
  readonly secret: string;
  readonly entries: readonly OpenEntry[];
}

/**
 * Opens a list with the user's key.
 * @throws UserError for a wrong key or a damaged entry: either would find nothing and say nothing
 */
export function openList(store: RestrictedStore, key: string): RestrictedList {
  const secret = secretOf(key);
  const opened = openSecret(secret);
  mustFit(store, opened);
  const entries = store.entries.map(({ id, kind, hash, seal }) => {
    const filter = unseal(opened, kind, hash, seal);
    if (filter === null)
      throw new UserError(`受限文件名录的条目 ${id} 已损坏`, { hint: "请移除这一条，按原件重新登记。" });
    return { id, kind, hash, ...filter };
  });
  return { secret, entries };
}

/** @throws UserError where the list was made with another key */
export function mustFit({ check }: RestrictedStore, secret: Secret): void {
  if (check !== secret.check)
    throw new UserError("密钥不对：受限文件名录是用另一把密钥登记的", {
      hint: "请改用登记时的密钥（环境变量 SECREVIEW_KEY 或文件 ~/.secreview/key）。",
    });
}
