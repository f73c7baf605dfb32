package dev.allmende.central.bucket;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.peer.s3.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keys for S3 that Keystone keeps for the cloud's user in its project (Identity API v3: credentials of type ec2, and
 * {@code OS-EC2}, the same ones by another door).
 *
 * <p>The access key is derived from the owner, so that a run that was killed between the creation and the writing of the
 * Secret finds its pair again. A token of an application credential, restricted or not, is refused by Keystone ("Delegated
 * tokens cannot access credentials directly"; seen on Zed): the cloud must be opened with a password.
 */
public final class Ec2Credentials {

    private static final int SECRET_BYTES = 20;

    private final Cloud cloud;
    private final RandomGenerator random;

    /** @param random for the secrets: a {@link java.security.SecureRandom} but in tests */
    public Ec2Credentials(Cloud cloud, RandomGenerator random) {
        this.cloud = cloud;
        this.random = random;
    }

    /** The access key of an owner's pair; each generation has another. */
    public static String accessKey(String owner, long generation) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((owner + "/" + generation).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java has SHA-256", impossible);
        }
    }

    public Optional<Keys> find(String access) {
        try {
            var answer = identity().send(Call.get(pairs() + "/" + access));
            return Json.tree(answer.body())
                    .flatMap(tree -> Json.text(tree.path("credential"), "secret"))
                    .map(secret -> new Keys(access, secret));
        } catch (OpenStackException absent) {
            if (absent.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    /** The access keys of all pairs of the user. */
    public List<String> all() {
        var all = new ArrayList<String>();
        Json.tree(identity().send(Call.get(pairs())).body())
                .ifPresent(tree -> tree.path("credentials")
                        .forEach(pair -> all.add(pair.path("access").asText())));
        return all;
    }

    /**
     * Makes a pair with this access key.
     *
     * @throws OpenStackException of kind CONFLICT when it is there already
     */
    public Keys create(String access) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        var blob = Json.object().put("access", access).put("secret", secret);
        var token = cloud.token();
        var body = Json.object();
        body.putObject("credential")
                .put("type", "ec2")
                .put("user_id", token.userId())
                .put("project_id", token.projectId().orElseThrow(() -> noProject()))
                .put("blob", new String(Json.bytes(blob), StandardCharsets.UTF_8));
        identity().send(Call.post("/credentials", Json.bytes(body)));
        return new Keys(access, secret);
    }

    /** A pair that is gone already counts as deleted. */
    public void delete(String access) {
        try {
            identity().send(Call.delete(pairs() + "/" + access));
        } catch (OpenStackException absent) {
            if (absent.kind() != Kind.NOT_FOUND) {
                throw absent;
            }
        }
    }

    private String pairs() {
        return "/users/" + cloud.token().userId() + "/credentials/OS-EC2";
    }

    private Service identity() {
        return cloud.service(ServiceType.IDENTITY);
    }

    private OpenStackException noProject() {
        return new OpenStackException(
                Kind.CONFIG,
                "cloud '" + cloud.name() + "': the login has no project, and keys for buckets belong to one: name it");
    }
}
