package dev.allmende.apiserver.store.sealing;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.store.Sealing;
import dev.allmende.apiserver.store.UnusableStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits: good for 2^32 values by one key, rotate before. A sealed
 * value is a format byte, the key's id and its length, the nonce, then the encrypted value and its tag of 128 bits.
 */
public final class AesSealing implements Sealing {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path path;
    private final Set<GroupResource> resources;
    private final SecureRandom random;
    private volatile @Nullable KeyFile keys;

    /**
     * @param keyFile made at the first start
     * @param resources whose values are sealed
     */
    public AesSealing(Path keyFile, Set<GroupResource> resources, SecureRandom random) {
        this.path = keyFile;
        this.resources = Set.copyOf(resources);
        this.random = random;
    }

    @Override
    public boolean applies(GroupResource resource) {
        return resources.contains(resource);
    }

    @Override
    public void prepare(Path store, boolean usedBefore) {
        if (Files.exists(path)) {
            keys = KeyFile.read(path);
        } else if (usedBefore) {
            throw new UnusableStore(
                    path,
                    "the key file of " + store + " is absent",
                    "put the copy that you kept in its place: nothing else opens the sealed values");
        } else {
            keys = KeyFile.create(path, random);
        }
    }

    private KeyFile keys() {
        var read = keys;
        if (read == null) {
            throw new IllegalStateException("not prepared");
        }
        return read;
    }

    @Override
    public byte[] seal(String place, byte[] open) {
        var key = keys().keys().firstEntry();
        var id = key.getKey().getBytes(StandardCharsets.US_ASCII);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var encrypted =
                    cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, place).doFinal(open);
            return ByteBuffer.allocate(2 + id.length + NONCE_BYTES + encrypted.length)
                    .put(FORMAT)
                    .put((byte) id.length)
                    .put(id)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not work in this Java", e);
        }
    }

    @Override
    public byte[] open(String place, byte[] sealed) {
        var in = ByteBuffer.wrap(sealed);
        if (in.remaining() < 2 || in.get() != FORMAT) {
            throw new UnusableStore(path, place + " is sealed in an unknown way", "restore a backup of this release");
        }
        var id = new byte[in.get()];
        in.get(id);
        var name = new String(id, StandardCharsets.US_ASCII);
        var key = keys().keys().get(name);
        if (key == null) {
            throw new UnusableStore(
                    path,
                    "it has no key %s, which sealed %s".formatted(name, place),
                    "put the key file of that time in its place, or add that key's line to it");
        }
        var nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(sealed, in.position(), in.remaining());
        } catch (GeneralSecurityException e) {
            throw new UnusableStore(
                    path,
                    "key %s does not open %s: the key or the value was changed".formatted(name, place),
                    "put the key file of that time in its place, or restore a backup",
                    e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
