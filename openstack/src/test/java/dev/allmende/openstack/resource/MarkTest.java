package dev.allmende.openstack.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkTest {

    private static final Mark MARK = new Mark("8f3c2d1e-0000-4000-8000-123456789abc");

    @ParameterizedTest
    @EnumSource(value = Mark.Place.class, names = "NOWHERE", mode = EnumSource.Mode.EXCLUDE)
    void isFoundAgainWhereItWasPut(Mark.Place place) {
        var fields = MARK.in(Fields.of("name", "n"), place);
        assertThat(MARK.isOn(new Network(fields.json()), place)).isTrue();
        assertThat(new Mark("another").isOn(new Network(fields.json()), place)).isFalse();
        assertThat(MARK.in(fields, place)).isEqualTo(fields);
    }

    @Test
    void leavesTheDescriptionReadable() {
        var fields = MARK.in(Fields.of("description", "of the shop"), Mark.Place.DESCRIPTION);
        assertThat(fields.json().path("description").asText()).startsWith("of the shop [allmende:");
        assertThat(new Network(fields.json()).description()).isEqualTo("of the shop");
        assertThat(new Network(MARK.in(Fields.NONE, Mark.Place.DESCRIPTION).json()).description())
                .isEmpty();
    }

    @Test
    void keepsTagsAndMetadataOfOthers() {
        var tags = MARK.in(Fields.NONE.texts("tags", java.util.List.of("blue")), Mark.Place.TAGS);
        assertThat(new Network(tags.json()).tags()).containsExactly("blue", "allmende:" + MARK.owner());
        var metadata = MARK.in(Fields.NONE.map("metadata", java.util.Map.of("a", "b")), Mark.Place.METADATA);
        assertThat(new Network(metadata.json()).map("metadata"))
                .containsEntry("a", "b")
                .hasSize(2);
    }

    @Test
    void refusesAnOwnerThatCouldNotBeReadBack() {
        assertThatThrownBy(() -> new Mark("a b]")).hasMessageContaining("letters");
    }

    @Test
    void secretsInFieldsDoNotShow() {
        assertThat(Fields.of("password", "hidden").toString()).doesNotContain("hidden");
    }
}
