package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import java.nio.file.Path;

/** Encrypts values before they reach the file. Memory holds them open. Safe for many threads. */
public interface Sealing {

    /** Nothing is sealed. */
    Sealing NONE = new Sealing() {
        @Override
        public boolean applies(GroupResource resource) {
            return false;
        }

        @Override
        public void prepare(Path store, boolean usedBefore) {
            if (usedBefore) {
                throw new UnusableStore(store, "it holds sealed values", "start with the key file they were sealed by");
            }
        }

        @Override
        public byte[] seal(String place, byte[] open) {
            throw new IllegalStateException("nothing is to be sealed");
        }

        @Override
        public byte[] open(String place, byte[] sealed) {
            throw new IllegalStateException("nothing is sealed");
        }
    };

    /** Whether new values of this resource are sealed. Old ones are opened whatever it says now. */
    boolean applies(GroupResource resource);

    /**
     * Called once before the first use.
     *
     * @param usedBefore the store may hold sealed values: their key must be there already
     * @throws UnusableStore when there is no usable key
     */
    void prepare(Path store, boolean usedBefore);

    /** @param place what the value belongs to; it opens at no other */
    byte[] seal(String place, byte[] open);

    /** @throws UnusableStore when no key here opens it */
    byte[] open(String place, byte[] sealed);
}
