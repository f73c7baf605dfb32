package dev.allmende.conformance.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.conformance.SharedData;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as weak is what Mozilla's profile 5.7 says, read from Mozilla's own file. */
class MozillaProfileTest {

    @Test
    void noSuiteOfTheIntermediateProfileIsCalledWeak() throws IOException {
        assertThat(offered()).doesNotContainAnyElementsOf(suites("intermediate"));
    }

    @Test
    void everySuiteThatOnlyTheOldProfileAllowsIsCalledWeak() throws IOException {
        var onlyOld = suites("old");
        onlyOld.removeAll(suites("intermediate"));
        assertThat(onlyOld).isNotEmpty();
        assertThat(offered()).containsAll(onlyOld);
    }

    @Test
    void certificatesMayLiveAsLongAndKeysBeAsShortAsTheProfileSays() throws IOException {
        var profile = profile("intermediate");
        assertThat(TlsCases.LONGEST_LIFE.toDays())
                .isEqualTo(profile.path("maximum_certificate_lifespan").asLong());
        assertThat(TlsCases.SHORTEST_RSA).isEqualTo(profile.path("rsa_key_size").asInt());
        assertThat(TlsCases.SHORTEST_EC)
                .isEqualTo(profile.path("ecdh_param_size").asInt());
    }

    /** By IANA's names. */
    private static Set<String> offered() {
        var names = new LinkedHashSet<String>();
        for (var suite : Suite.all()) {
            names.add("TLS_" + suite.name().replaceFirst("(RSA|ECDSA)_", "$1_WITH_"));
        }
        return names;
    }

    private static Set<String> suites(String profile) throws IOException {
        var names = new LinkedHashSet<String>();
        profile(profile).path("ciphers").path("iana").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static JsonNode profile(String name) throws IOException {
        var file = SharedData.file("mozilla-tls-5.7.json").toFile();
        return new ObjectMapper().readTree(file).path("configurations").path(name);
    }
}
