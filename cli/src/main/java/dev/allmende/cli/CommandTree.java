package dev.allmende.cli;

import dev.allmende.cli.check.CheckCommand;
import dev.allmende.cli.check.CleanupCommand;
import dev.allmende.cli.check.ExplainCommand;
import dev.allmende.cli.check.IaasCommand;
import dev.allmende.cli.check.ListCommand;
import dev.allmende.cli.devcloud.DevCloudCommand;
import dev.allmende.cli.flavor.FlavorCommand;
import dev.allmende.cli.login.LoginCommand;
import dev.allmende.cli.login.LogoutCommand;
import dev.allmende.cli.whoami.WhoamiCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands below {@code allmende}. A line that names its command gets only that one: reading the annotations of all
 * commands takes longer than logging in to a cloud. Whatever needs the others (help, completion, a typing error) gets
 * all.
 */
final class CommandTree {

    private static final Map<String, Class<?>> TOP = inOrder(
            Map.entry("check", CheckCommand.class),
            Map.entry("flavor", FlavorCommand.class),
            Map.entry("devcloud", DevCloudCommand.class),
            Map.entry("login", LoginCommand.class),
            Map.entry("logout", LogoutCommand.class),
            Map.entry("whoami", WhoamiCommand.class));

    private static final Map<String, Class<?>> ABOUT =
            inOrder(Map.entry("help", HelpCommand.class), Map.entry("generate-completion", GenerateCompletion.class));

    private static final Map<String, Class<?>> CHECK = inOrder(
            Map.entry("iaas", IaasCommand.class),
            Map.entry("cleanup", CleanupCommand.class),
            Map.entry("list", ListCommand.class),
            Map.entry("explain", ExplainCommand.class));

    private CommandTree() {}

    /** Adds to {@code root} the commands that this line may need. */
    static void grow(CommandLine root, List<AddedCommand> added, String... args) {
        var first = args.length > 0 ? args[0] : "";
        var top = new LinkedHashMap<>(TOP);
        added.forEach(command -> top.put(command.name(), command.type()));
        top.putAll(ABOUT);
        add(root, top, needsAll(first) ? "" : first);
        Optional.ofNullable(root.getSubcommands().get("check"))
                .ifPresent(check -> add(check, CHECK, first.equals("check") && args.length > 1 ? args[1] : ""));
    }

    private static boolean needsAll(String first) {
        return first.equals("help") || first.equals("generate-completion");
    }

    private static void add(CommandLine parent, Map<String, Class<?>> commands, String named) {
        commands.forEach((name, type) -> {
            if (!commands.containsKey(named) || name.equals(named)) {
                parent.addSubcommand(name, new CommandLine(type, parent.getFactory()));
            }
        });
    }

    @SafeVarargs
    private static Map<String, Class<?>> inOrder(Map.Entry<String, Class<?>>... commands) {
        var map = new LinkedHashMap<String, Class<?>>();
        for (var command : commands) {
            map.put(command.getKey(), command.getValue());
        }
        return map;
    }
}
