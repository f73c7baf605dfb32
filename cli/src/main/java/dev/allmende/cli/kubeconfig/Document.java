package dev.allmende.cli.kubeconfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A kubeconfig's text as a tree that is changed in places and written again: comments, quotes, order and fields that nobody
 * here knows stay as they are.
 */
final class Document {

    private static final int LARGEST = 16 << 20;
    private static final String NEW = "apiVersion: v1\nkind: Config\n";

    private final MappingNode root;

    private Document(MappingNode root) {
        this.root = root;
    }

    /** @param source for messages */
    static Document parse(String source, String text) {
        try {
            var node = yaml().compose(new StringReader(text.isBlank() ? NEW : text));
            if (node instanceof MappingNode mapping) {
                return new Document(mapping);
            }
        } catch (YAMLException broken) {
            throw new UserError(
                    ExitCode.DATA, source + ": is no YAML: " + firstLine(String.valueOf(broken.getMessage())), broken);
        }
        throw new UserError(
                ExitCode.DATA, source + ": is no kubeconfig: must be a mapping with clusters, contexts, users");
    }

    /** As a whole; every scalar is a text. */
    JsonNode json() {
        return json(root);
    }

    /** Sets a field of the document. */
    void set(String key, String value) {
        set(root, key, node(value));
    }

    /**
     * Sets fields of an entry of a list, such as that of the user {@code carla}: other fields stay. Without such an entry it
     * is made.
     *
     * @param list such as {@code users}
     * @param body key of the entry's content, such as {@code user}
     */
    void set(String list, String name, String body, Map<String, Object> fields) {
        var entry = entry(list, name);
        var content = field(entry, body).filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
        var mapping = content.orElseGet(() -> (MappingNode) node(Map.of()));
        mapping.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
        fields.forEach((key, value) -> set(mapping, key, node(value)));
        if (content.isEmpty()) {
            set(entry, body, mapping);
        }
    }

    private MappingNode entry(String list, String name) {
        var entries = field(root, list)
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .orElseGet(() -> {
                    var fresh = (SequenceNode) node(new ArrayList<>());
                    set(root, list, fresh);
                    return fresh;
                });
        for (var item : entries.getValue()) {
            if (item instanceof MappingNode mapping
                    && field(mapping, "name")
                            .filter(is -> text(is).equals(name))
                            .isPresent()) {
                return mapping;
            }
        }
        var fresh = (MappingNode) node(Map.of("name", name));
        if (entries.getValue().isEmpty()) {
            entries.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
        }
        entries.getValue().add(fresh);
        return fresh;
    }

    private static Optional<Node> field(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> text(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static void set(MappingNode mapping, String key, Node value) {
        var tuples = mapping.getValue();
        for (int at = 0; at < tuples.size(); at++) {
            if (text(tuples.get(at).getKeyNode()).equals(key)) {
                tuples.set(at, new NodeTuple(tuples.get(at).getKeyNode(), value));
                return;
            }
        }
        tuples.add(new NodeTuple(node(key), value));
    }

    private static Node node(Object value) {
        return new Representer(style()).represent(value);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                var object = JsonNodeFactory.instance.objectNode();
                mapping.getValue().forEach(tuple -> object.set(text(tuple.getKeyNode()), json(tuple.getValueNode())));
                yield object;
            }
            case SequenceNode sequence -> {
                var array = JsonNodeFactory.instance.arrayNode();
                sequence.getValue().forEach(item -> array.add(json(item)));
                yield array;
            }
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> JsonNodeFactory.instance.nullNode();
            default -> JsonNodeFactory.instance.textNode(text(node));
        };
    }

    /** The text to be written. */
    String text() {
        var text = new StringWriter();
        yaml().serialize(root, text);
        return text.toString();
    }

    private static Yaml yaml() {
        var loading = new LoaderOptions();
        loading.setProcessComments(true);
        loading.setCodePointLimit(LARGEST);
        return new Yaml(new SafeConstructor(loading), new Representer(style()), style(), loading);
    }

    private static DumperOptions style() {
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setProcessComments(true);
        style.setSplitLines(false);
        return style;
    }

    private static String firstLine(String message) {
        return List.of(message.split("\n", 2)).getFirst();
    }
}
