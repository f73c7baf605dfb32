package dev.allmende.openstack.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionedUrlTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://h:8774/v2.1,http://h:8774,v2.1,''",
                "http://h:8776/v3/abc,http://h:8776,v3,/abc",
                "https://h/volume/v3/abc/,https://h/volume,v3,/abc",
                "http://h:9292,http://h:9292,-,''",
                "http://h:9292/,http://h:9292,-,''",
                "https://v3.example.org/identity,https://v3.example.org/identity,-,''",
                "https://h/vault/v1,https://h/vault,v1,''",
            })
    void cutsAtTheVersion(String url, String root, @org.jspecify.annotations.Nullable String version, String tail) {
        var cut = VersionedUrl.parse(url);
        assertThat(cut.root()).isEqualTo(root);
        assertThat(cut.version().orElse(null)).isEqualTo(version);
        assertThat(cut.tail()).isEqualTo(tail);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/image/v2,/v2/images?marker=a,https://h/image/v2/images?marker=a",
        "https://h/volume/v3/p,http://inner:8776/v3/p/volumes?marker=a,https://h/volume/v3/p/volumes?marker=a",
        "https://h/volume/v3/p,https://h/volume/v3/p/volumes,https://h/volume/v3/p/volumes",
        "https://h/placement,https://h/placement/x?y=1,https://h/placement/x?y=1",
    })
    void bringsLinksToTheHostOfTheCatalog(String base, String link, String target) {
        assertThat(VersionedUrl.parse(base).rebase(link)).contains(target);
    }

    @Test
    void leavesLinksToOtherPlacesOut() {
        assertThat(VersionedUrl.parse("https://h/placement").rebase("https://evil/x"))
                .isEmpty();
        assertThat(VersionedUrl.parse("https://h/v2").rebase("https://evil/x")).isEmpty();
        assertThat(VersionedUrl.parse("https://h/v2").rebase("https://h.evil/x"))
                .isEmpty();
    }

    @Test
    void ordersMicroversionsByNumber() {
        assertThat(Microversion.parse("2.9").orElseThrow())
                .isLessThan(Microversion.parse("2.10").orElseThrow());
        assertThat(Microversion.parse("v3")).contains(new Microversion(3, 0));
        assertThat(Microversion.parse("latest")).isEmpty();
        assertThat(Microversion.parse("")).isEmpty();
    }
}
