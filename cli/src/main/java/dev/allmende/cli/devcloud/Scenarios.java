package dev.allmende.cli.devcloud;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.scenario.ScenarioException;
import java.nio.file.Path;

/** Scenarios as users name them. */
public final class Scenarios {

    private Scenarios() {}

    /** @param nameOrFile a scenario that comes with Allmende (demo, good, big), or a file */
    public static Scenario named(String nameOrFile) {
        try {
            return nameOrFile.matches("[a-z0-9-]+") ? Scenario.named(nameOrFile) : Scenario.read(Path.of(nameOrFile));
        } catch (ScenarioException wrong) {
            throw new UserError(ExitCode.DATA, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
