// Creates, unlocks and locks the profile. While unlocked it holds the profile's working keys as Secrets; the reviewer's signing key is opened
// for one use at a time and wiped. Who else needs something of a key gets a signer or a data key from main.ts, never this room.
import { randomBytes, randomUUID } from 'node:crypto';
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '@shared/attestation/suites';
import { type PublicKey, parsePublicKeyPem, type Suite } from '@shared/attestation/suites/public-key';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Clock, timestamp } from '@shared/basics/time';
import type { Attempts } from './attempts';
import { open, seal } from './box';
import { kdfPurpose, keyFromPassphrase, MIN_PASSPHRASE_LENGTH, newKdf, PRACTICE_PASSPHRASE } from './passphrase';
import { newPhrase } from './phrase';
import { type Countersigner, type ProfileFile, readProfile, type Slot, writeProfile } from './profile-file';
import { Secret } from './secret';

export type UnlockCode = 'PROFILE_MISSING' | 'PASSPHRASE_WRONG' | 'UNLOCK_DELAYED' | 'KEY_FILE_DAMAGED';
type WeakCode = 'PASSPHRASE_TOO_SHORT' | 'PASSPHRASE_PUBLIC';
export type CreateCode = 'PROFILE_EXISTS' | WeakCode;
export type AddCode = 'PROFILE_MISSING' | 'KEY_FILE_DAMAGED' | 'NAME_TAKEN' | 'PASSPHRASE_TAKEN' | WeakCode;

export type NewProfile = {
  readonly practice: boolean;
  readonly operator: { readonly name: string; readonly uscc: string };
  readonly reviewer: string;
  readonly suite: Suite;
  readonly passphrase: string;
};

export type OpenKeys = { readonly dataKey: Secret; readonly vaultKey: Secret; readonly workstationKey: Secret; readonly phrase: string };

/** What is public about the profile, readable while locked. */
export type Identity = {
  readonly practice: boolean;
  readonly operator: { readonly name: string; readonly uscc: string };
  readonly reviewer: { readonly name: string; readonly key: PublicKey };
  readonly workstation: PublicKey;
};

/** A second person of this workstation, as far as everybody may know. */
export type KnownCountersigner = { readonly name: string; readonly key: PublicKey };

const countersignerPurpose = ({ id, kdf }: Pick<Countersigner, 'id' | 'kdf'>) => `shiqi/countersigner/${id}/${kdfPurpose(kdf)}/signing-key`;

const random32 = () => new Uint8Array(randomBytes(32));

const weakness = (passphrase: string, practice: boolean): WeakCode | null => {
  if (passphrase.length < MIN_PASSPHRASE_LENGTH) return 'PASSPHRASE_TOO_SHORT';
  return !practice && passphrase.normalize('NFC') === PRACTICE_PASSPHRASE ? 'PASSPHRASE_PUBLIC' : null;
};

const slotPurpose = (slot: { id: string; kdf: Slot['kdf'] }, what: string) => `shiqi/slot/${slot.id}/${kdfPurpose(slot.kdf)}/${what}`;
const profilePurpose = (what: string) => `shiqi/profile/${what}`;

export function openKeyring(folder: string, attempts: Attempts, clock: Clock) {
  let keys: OpenKeys | null = null;

  const stored = (): Result<ProfileFile | null, 'KEY_FILE_DAMAGED'> => readProfile(folder);

  /** Tries a passphrase against every slot; counts a failure once. */
  async function openSlot(passphrase: string): Promise<Result<{ profile: ProfileFile; slot: Slot; kek: Secret }, UnlockCode>> {
    const read = stored();
    if (!read.ok) return read;
    const profile = read.value;
    if (!profile) return failure('PROFILE_MISSING');
    if (attempts.wait() > 0) return failure('UNLOCK_DELAYED');
    for (const slot of profile.slots) {
      const kek = await keyFromPassphrase(passphrase, slot.kdf);
      const profileKey = open(kek.reveal(), slotPurpose(slot, 'profile-key'), Buffer.from(slot.profileKey, 'base64'));
      if (profileKey) {
        profileKey.fill(0);
        attempts.succeeded();
        return ok({ profile, slot, kek });
      }
      kek.wipe();
    }
    attempts.failed();
    return failure('PASSPHRASE_WRONG');
  }

  const openCountersigner = async (passphrase: string, each: Countersigner): Promise<Buffer | null> => {
    const kek = await keyFromPassphrase(passphrase, each.kdf);
    const secret = open(kek.reveal(), countersignerPurpose(each), Buffer.from(each.person.signingKey, 'base64'));
    kek.wipe();
    return secret;
  };

  /** Somebody's passphrase here already: two people who share one are one. Tried outside the count, because nothing is opened by it. */
  async function isTaken(passphrase: string, profile: ProfileFile): Promise<boolean> {
    for (const slot of profile.slots) {
      const kek = await keyFromPassphrase(passphrase, slot.kdf);
      const profileKey = open(kek.reveal(), slotPurpose(slot, 'profile-key'), Buffer.from(slot.profileKey, 'base64'));
      kek.wipe();
      profileKey?.fill(0);
      if (profileKey) return true;
    }
    for (const each of profile.countersigners) {
      const secret = await openCountersigner(passphrase, each);
      secret?.fill(0);
      if (secret) return true;
    }
    return false;
  }

  return {
    state: (): 'none' | 'locked' | 'unlocked' | 'damaged' => {
      const read = stored();
      if (!read.ok) return 'damaged';
      return read.value === null ? 'none' : keys === null ? 'locked' : 'unlocked';
    },

    identity(): Identity | null {
      const read = stored();
      if (!read.ok || !read.value) return null;
      const [slot] = read.value.slots;
      if (!slot) return null;
      const reviewer = parsePublicKeyPem(slot.reviewer.publicKey);
      const workstation = parsePublicKeyPem(read.value.workstation.publicKey);
      if (!reviewer.ok || !workstation.ok) return null;
      return {
        practice: read.value.practice,
        operator: read.value.operator,
        reviewer: { name: slot.reviewer.name, key: reviewer.value },
        workstation: workstation.value,
      };
    },

    async create(input: NewProfile): Promise<Result<null, CreateCode>> {
      const read = stored();
      // A damaged file is not "no profile": making a new one over it would destroy wrapped keys.
      if (!read.ok || read.value) return failure('PROFILE_EXISTS');
      const weak = weakness(input.passphrase, input.practice);
      if (weak) return failure(weak);
      const profileKey = randomBytes(32);
      const reviewerKey = generatePrivateKey(input.suite, random32);
      const workstationKey = generatePrivateKey('ed25519', random32);
      const slot = { id: randomUUID(), kdf: newKdf() };
      const kek = await keyFromPassphrase(input.passphrase, slot.kdf);
      const underSlot = (what: string, plain: Uint8Array) => seal(kek.reveal(), slotPurpose(slot, what), plain).toString('base64');
      const underProfile = (what: string, plain: Uint8Array) => seal(profileKey, profilePurpose(what), plain).toString('base64');
      const reviewer = publicKeyOf(reviewerKey);
      const workstation = publicKeyOf(workstationKey);
      writeProfile(folder, {
        v: 1,
        practice: input.practice,
        createdAt: timestamp(clock()),
        operator: input.operator,
        sealed: {
          dataKey: underProfile('data-key', randomBytes(32)),
          vaultKey: underProfile('vault-key', randomBytes(32)),
          workstationKey: underProfile('workstation-key', workstationKey.secret),
          phrase: underProfile('phrase', Buffer.from(newPhrase())),
        },
        workstation: { keyid: workstation.keyid, publicKey: workstation.pem },
        slots: [
          {
            ...slot,
            kind: 'passphrase',
            profileKey: underSlot('profile-key', profileKey),
            reviewer: {
              name: input.reviewer,
              suite: input.suite,
              keyid: reviewer.keyid,
              publicKey: reviewer.pem,
              signingKey: underSlot('signing-key', reviewerKey.secret),
            },
          },
        ],
        countersigners: [],
      });
      kek.wipe();
      profileKey.fill(0);
      reviewerKey.secret.fill(0);
      workstationKey.secret.fill(0);
      return ok(null);
    },

    async unlock(passphrase: string): Promise<Result<OpenKeys, UnlockCode>> {
      const opened = await openSlot(passphrase);
      if (!opened.ok) return opened;
      const { profile, slot, kek } = opened.value;
      const profileKey = open(kek.reveal(), slotPurpose(slot, 'profile-key'), Buffer.from(slot.profileKey, 'base64'));
      kek.wipe();
      if (!profileKey) return failure('KEY_FILE_DAMAGED');
      const part = (what: string, sealed: string) => open(profileKey, profilePurpose(what), Buffer.from(sealed, 'base64'));
      const dataKey = part('data-key', profile.sealed.dataKey);
      const vaultKey = part('vault-key', profile.sealed.vaultKey);
      const workstationKey = part('workstation-key', profile.sealed.workstationKey);
      const phrase = part('phrase', profile.sealed.phrase);
      profileKey.fill(0);
      if (!dataKey || !vaultKey || !workstationKey || !phrase) return failure('KEY_FILE_DAMAGED');
      keys = {
        dataKey: new Secret(dataKey),
        vaultKey: new Secret(vaultKey),
        workstationKey: new Secret(workstationKey),
        phrase: phrase.toString('utf8'),
      };
      return ok(keys);
    },

    open: (): OpenKeys | null => keys,

    lock(): void {
      keys?.dataKey.wipe();
      keys?.vaultKey.wipe();
      keys?.workstationKey.wipe();
      keys = null;
    },

    /** Opens the reviewer's signing key with the passphrase typed in the signing window, for one use; it is wiped before this returns. */
    async withSigningKey<T>(passphrase: string, use: (key: PrivateKey) => T): Promise<Result<T, UnlockCode>> {
      const opened = await openSlot(passphrase);
      if (!opened.ok) return opened;
      const { slot, kek } = opened.value;
      const secret = open(kek.reveal(), slotPurpose(slot, 'signing-key'), Buffer.from(slot.reviewer.signingKey, 'base64'));
      kek.wipe();
      if (!secret) return failure('KEY_FILE_DAMAGED');
      try {
        return ok(use({ suite: slot.reviewer.suite, secret }));
      } finally {
        secret.fill(0);
      }
    },

    countersigners(): readonly KnownCountersigner[] {
      const read = stored();
      if (!read.ok || !read.value) return [];
      return read.value.countersigners.flatMap(({ person }) => {
        const key = parsePublicKeyPem(person.publicKey);
        return key.ok ? [{ name: person.name, key: key.value }] : [];
      });
    },

    /**
     * Makes a second person's key under a passphrase that opens nothing else of this profile. `use` gets the key once, while it is at hand: to ask for its
     * enrolment.
     */
    async addCountersigner(name: string, passphrase: string, use: (key: PrivateKey) => void): Promise<Result<null, AddCode>> {
      const read = stored();
      if (!read.ok) return read;
      const profile = read.value;
      const [slot] = profile?.slots ?? [];
      if (!profile || !slot) return failure('PROFILE_MISSING');
      const weak = weakness(passphrase, profile.practice);
      if (weak) return failure(weak);
      const named = [slot.reviewer, ...profile.countersigners.map(({ person }) => person)];
      if (named.some((person) => person.name.normalize('NFC') === name.normalize('NFC'))) return failure('NAME_TAKEN');
      if (await isTaken(passphrase, profile)) return failure('PASSPHRASE_TAKEN');
      const made = { id: randomUUID(), kdf: newKdf() };
      const kek = await keyFromPassphrase(passphrase, made.kdf);
      const { suite } = slot.reviewer;
      const key = generatePrivateKey(suite, random32);
      const { keyid, pem } = publicKeyOf(key);
      const signingKey = seal(kek.reveal(), countersignerPurpose(made), key.secret).toString('base64');
      kek.wipe();
      // Read again: deriving keys takes a while, and a profile file is replaced whole.
      const now = stored();
      if (!now.ok || !now.value) return failure('PROFILE_MISSING');
      const person = { name, suite, keyid, publicKey: pem, signingKey };
      writeProfile(folder, { ...now.value, countersigners: [...now.value.countersigners, { ...made, person }] });
      try {
        use(key);
      } finally {
        key.secret.fill(0);
      }
      return ok(null);
    },

    /** Opens one second person's key for one use, with his passphrase and no other; wrong ones are counted like everybody's. */
    async withCountersigningKey<T>(keyid: string, passphrase: string, use: (key: PrivateKey) => T): Promise<Result<T, UnlockCode>> {
      const read = stored();
      if (!read.ok) return read;
      const found = read.value?.countersigners.find(({ person }) => person.keyid === keyid);
      if (!found) return failure('PROFILE_MISSING');
      if (attempts.wait() > 0) return failure('UNLOCK_DELAYED');
      const secret = await openCountersigner(passphrase, found);
      if (!secret) {
        attempts.failed();
        return failure('PASSPHRASE_WRONG');
      }
      attempts.succeeded();
      try {
        return ok(use({ suite: found.person.suite, secret }));
      } finally {
        secret.fill(0);
      }
    },
  };
}
export type Keyring = ReturnType<typeof openKeyring>;
