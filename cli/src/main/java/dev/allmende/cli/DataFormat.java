package dev.allmende.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** How a command writes its answer. */
public enum DataFormat {
    TABLE,
    JSON,
    YAML;

    /** The text of some data, ending with a newline. */
    public String write(Map<String, Object> data) {
        return switch (this) {
            case TABLE -> throw new IllegalArgumentException("a table is not written from data");
            case JSON -> json(data);
            case YAML -> yaml(data);
        };
    }

    private static String json(Map<String, Object> data) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String yaml(Map<String, Object> data) {
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setSplitLines(false);
        return new Yaml(style).dump(data);
    }
}
