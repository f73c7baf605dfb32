package dev.allmende.server.shell.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SchemaReaderTest {

    SchemaReaderTest() {}

    @Test
    void whatMustBeGivenComesFirst() {
        assertThat(((Shape.Fields) Machine.SHAPE.properties().getFirst().shape()).properties())
                .extracting(Property::name)
                .startsWith("flavor", "boot", "count", "ratio");
        assertThat(Machine.field("flavor").isRequired()).isTrue();
        assertThat(Machine.field("count").isRequired()).isFalse();
    }

    @Test
    void simpleFieldsKeepTheirBoundsAndWords() {
        assertThat(Machine.field("count").shape()).isEqualTo(new Shape.Amount(true, "1", "9"));
        assertThat(Machine.field("count").preset()).isEqualTo("1");
        assertThat(Machine.field("count").help()).isEqualTo("How many.");
        assertThat(Machine.field("ratio").shape()).isEqualTo(new Shape.Amount(false, "", ""));
        assertThat(Machine.field("zone").shape()).isEqualTo(new Shape.Text("", 10, false));
        assertThat(Machine.field("port").shape()).isEqualTo(new Shape.Text("", 0, true));
        assertThat(((Shape.Text) Machine.field("userData").shape()).hasLines()).isTrue();
        assertThat(Machine.field("locked").shape()).isInstanceOf(Shape.Flag.class);
        assertThat(((Shape.Choice) Machine.field("size").shape()).values())
                .extracting(value -> value.asText())
                .containsExactly("10", "20");
    }

    @Test
    void referencesKnowTheirKind() {
        assertThat(Machine.field("networkRef").shape()).isInstanceOfSatisfying(Shape.Named.class, named -> {
            assertThat(named.kind().orElseThrow().name()).isEqualTo("Network");
            assertThat(named.isBare()).isFalse();
        });
        assertThat(Machine.field("keyPairRef").shape())
                .isInstanceOfSatisfying(
                        Shape.Named.class, named -> assertThat(named.isBare()).isTrue());
        assertThat(((Shape.Rows) Machine.field("securityGroupRefs").shape()).item())
                .isInstanceOfSatisfying(
                        Shape.Named.class,
                        named -> assertThat(named.kind().orElseThrow().name()).isEqualTo("SecurityGroup"));
        assertThat(Machine.field("secretRef").shape()).isInstanceOf(Shape.Fields.class);
    }

    @Test
    void listsOfSimpleThingsAreLinesAndOthersRows() {
        assertThat(Machine.field("dns").shape()).isInstanceOf(Shape.Lines.class);
        assertThat(Machine.field("days").shape()).isInstanceOf(Shape.Lines.class);
        assertThat(Machine.field("disks").shape()).isInstanceOf(Shape.Rows.class);
        assertThat(Machine.field("tags").shape()).isInstanceOf(Shape.Pairs.class);
        assertThat(((Shape.Pairs) Machine.field("attributes").shape()).value()).isInstanceOf(Shape.Lines.class);
    }

    @Test
    void whatIsOpenOrHasNoEndIsYaml() {
        assertThat(Machine.field("anything").shape()).isInstanceOf(Shape.Yaml.class);
        var shape = Machine.field("tree").shape();
        int depth = 0;
        while (shape instanceof Shape.Fields fields) {
            shape = fields.properties().getLast().shape();
            depth++;
        }
        assertThat(shape).isInstanceOf(Shape.Yaml.class);
        assertThat(depth).isBetween(3, 12);
    }

    @Test
    void aFieldsOwnWordsGoBeforeThoseOfItsType() {
        assertThat(Machine.field("wrapped").help()).isEqualTo("Own words.");
        assertThat(Machine.field("wrapped").shape()).isInstanceOf(Shape.Fields.class);
    }

    @Test
    void rulesTellWhatCannotBeChanged() {
        assertThat(Machine.field("flavor").isFixed()).isTrue();
        assertThat(Machine.field("zone").isFixed()).isTrue();
        assertThat(Machine.field("locked").isFixed()).isTrue();
        assertThat(Machine.field("count").isFixed()).isFalse();
    }
}
