package dev.allmende.api.compute;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A public key that servers let in. */
@Group("compute.allmende.dev")
@Version("v1alpha1")
@Describe(
        "A public key that new servers let in by SSH. In the cloud it belongs to the user of the tenant's credential: when"
                + " that changes, the key pair is made anew.")
@Column(name = "Type", path = ".status.observed.type")
@Column(name = "Fingerprint", path = ".status.observed.fingerprint")
public final class KeyPair extends Thing<KeyPairSpec, KeyPairSeen> {}
