package dev.allmende.devcloud;

import dev.allmende.devcloud.scenario.People;
import dev.allmende.devcloud.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes the clouds.yaml of a scenario's users. */
final class CloudsYaml {
    private CloudsYaml() {}

    static String of(Scenario scenario, String authUrl) {
        Map<String, Object> clouds = new LinkedHashMap<>();
        for (People.User user : scenario.users()) {
            user.cloud().ifPresent(name -> clouds.put(name, entry(scenario, user, authUrl)));
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(Map.of("clouds", clouds));
    }

    private static Map<String, Object> entry(Scenario scenario, People.User user, String authUrl) {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("auth_url", authUrl);
        auth.put("username", user.name());
        auth.put("password", user.password());
        auth.put("user_domain_name", user.domain());
        if (!user.grants().isEmpty()) {
            scope(auth, user.grants().getFirst());
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("region_name", scenario.region());
        entry.put("auth", auth);
        return entry;
    }

    private static void scope(Map<String, Object> auth, People.Grant grant) {
        switch (grant.target()) {
            case PROJECT -> {
                auth.put("project_name", grant.project());
                auth.put("project_domain_name", grant.domain());
            }
            case DOMAIN -> auth.put("domain_name", grant.domain());
            case SYSTEM -> auth.put("system_scope", "all");
        }
    }
}
