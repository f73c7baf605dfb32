package dev.allmende.apiserver.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.endpoint.PathHandler;
import dev.allmende.apiserver.registry.Admission;
import dev.allmende.apiserver.registry.Admission.Refused;
import dev.allmende.apiserver.registry.Admission.Verdict;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.tls.Kubeconfig;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BuiltToOrderTest {

    private static final Admission NO_SECRETS_HERE = review ->
            review.object().isPresent() && review.object().get().path("data").has("password")
                    ? new Refused("passwords belong into a Secret")
                    : Verdict.ALLOWED;

    private static final PathHandler HELLO =
            request -> request.path().equals("/hello") ? Optional.of(Answer.text(200, "hello")) : Optional.empty();

    @RegisterExtension
    static final ApiServerExtension SERVER =
            ApiServerExtension.with(server -> server.admission(NO_SECRETS_HERE).handler(HELLO));

    private static URI outside = URI.create("https://none.example");

    @BeforeAll
    static void note(URI url) {
        outside = url;
    }

    @Test
    void anAdmissionHasASayInEveryWrite(KubernetesClient kubernetes) {
        var map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("m")
                .withNamespace("default")
                .endMetadata()
                .addToData("password", "1234")
                .build();

        assertThatThrownBy(() -> kubernetes.resource(map).create())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("passwords belong into a Secret");
    }

    @Test
    void aHandlerAnswersPathsOfItsOwn(KubernetesClient kubernetes) {
        assertThat(kubernetes.raw("/hello")).isEqualTo("hello");
    }

    @Test
    void givesTheServerItsAddressAndItsKubeconfig(ApiServer server, URI url, Kubeconfig kubeconfig) {
        assertThat(url).isEqualTo(server.url()).hasScheme("https").hasPort(server.port());
        assertThat(kubeconfig.yaml()).contains(url.toString());
    }

    @Nested
    class InAClassInside {
        @Test
        void isTheSameServer(URI url) {
            assertThat(url).isEqualTo(outside);
        }
    }

    @Test
    void aProgramStartsOneInAFolder(@TempDir Path folder) throws IOException {
        try (var server =
                ApiServer.in(folder.resolve("state")).listen("127.0.0.1", 0).start()) {
            server.kubeconfig("local").write(folder.resolve("kubeconfig"));
        }
        assertThat(folder.resolve("kubeconfig")).content().contains("current-context: \"local\"");
    }
}
