package dev.allmende.apiserver.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.tls.Kubeconfig.Certificate;
import dev.allmende.apiserver.tls.Kubeconfig.Token;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read by a client that was not written here. */
class KubeconfigTest {

    private static final URI SERVER = URI.create("https://127.0.0.1:6443");

    @TempDir
    Path folder;

    private CertificateAuthority authority;

    @BeforeEach
    void open() throws IOException {
        authority = CertificateAuthority.open(folder, InstantSource.system(), new SecureRandom());
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void bringsAClientCertificate() throws IOException {
        var identity = authority.issue(Wanted.Client.ADMIN);
        var file = folder.resolve("new/config");

        new Kubeconfig("allmende", SERVER, authority.pem(), "admin", new Certificate(identity)).write(file);

        var config = Config.fromKubeconfig(Files.readString(file));
        assertThat(config.getMasterUrl()).startsWith(SERVER.toString());
        assertThat(config.getCurrentContext().getName()).isEqualTo("allmende");
        assertThat(decoded(config.getCaCertData())).isEqualTo(authority.pem());
        assertThat(decoded(config.getClientCertData())).isEqualTo(identity.certificatePem());
        assertThat(decoded(config.getClientKeyData())).isEqualTo(identity.keyPem());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void bringsATokenUnderAnyName() {
        var kubeconfig = new Kubeconfig("my: \"context\"", SERVER, authority.pem(), "robot", new Token("t0ken"));

        var config = Config.fromKubeconfig(kubeconfig.yaml());

        assertThat(config.getCurrentContext().getName()).isEqualTo("my: \"context\"");
        assertThat(config.getCurrentContext().getContext().getUser()).isEqualTo("my: \"context\"-robot");
        assertThat(config.getAutoOAuthToken()).isEqualTo("t0ken");
        assertThat(kubeconfig).asString().doesNotContain("t0ken");
    }
}
