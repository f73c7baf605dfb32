package dev.allmende.cli;

import dev.allmende.cli.check.CheckCommand;
import dev.allmende.cli.check.CleanupCommand;
import dev.allmende.cli.check.ExplainCommand;
import dev.allmende.cli.check.IaasCommand;
import dev.allmende.cli.check.ListCommand;
import dev.allmende.cli.devcloud.DevCloudCommand;
import dev.allmende.cli.login.LoginCommand;
import dev.allmende.cli.login.LogoutCommand;
import dev.allmende.cli.whoami.WhoamiCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands: the one place that says what each of them gets. */
final class Wiring implements IFactory {

    private final Terminal terminal;
    private final List<AddedCommand> added;

    Wiring(Terminal terminal, List<AddedCommand> added) {
        this.terminal = terminal;
        this.added = List.copyOf(added);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand());
        }
        if (type == IaasCommand.class) {
            return type.cast(new IaasCommand(terminal));
        }
        if (type == ListCommand.class) {
            return type.cast(new ListCommand(terminal));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(terminal));
        }
        if (type == CleanupCommand.class) {
            return type.cast(new CleanupCommand(terminal));
        }
        if (type == DevCloudCommand.class) {
            return type.cast(new DevCloudCommand(terminal));
        }
        if (type == LoginCommand.class) {
            return type.cast(new LoginCommand(terminal));
        }
        if (type == LogoutCommand.class) {
            return type.cast(new LogoutCommand(terminal));
        }
        if (type == WhoamiCommand.class) {
            return type.cast(new WhoamiCommand(terminal));
        }
        for (var command : added) {
            if (type == command.type()) {
                return type.cast(command.make().apply(terminal));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
