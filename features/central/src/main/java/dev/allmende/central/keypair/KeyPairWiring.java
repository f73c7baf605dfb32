package dev.allmende.central.keypair;

import dev.allmende.api.Status;
import dev.allmende.api.compute.KeyPair;
import dev.allmende.api.compute.KeyPairSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.security.SecureRandom;
import java.util.List;

/** Makes the controller of key pairs. */
public final class KeyPairWiring {

    private KeyPairWiring() {}

    public static Controller<KeyPair, Status<KeyPairSeen>> controller(Keeping keeping) {
        var secrets = new KeySecrets(keeping.mirror().kubernetes(), new SecureRandom());
        return keeping.controller(KeyPair.class, new KeyPairRecipe(secrets), List.of());
    }
}
