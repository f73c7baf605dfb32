package dev.allmende.server;

import dev.allmende.cli.AddedCommand;
import dev.allmende.server.up.UpCommand;
import dev.allmende.server.user.UserCommand;
import java.util.List;

/** The program's entry: the commands of the command line, and those that need the server. */
public final class Main {

    /** Order of the help. */
    public static final List<AddedCommand> COMMANDS = List.of(
            new AddedCommand("up", UpCommand.class, UpCommand::new),
            new AddedCommand("user", UserCommand.class, UserCommand::new));

    private Main() {}

    public static void main(String[] args) {
        dev.allmende.cli.Main.start(COMMANDS, args);
    }
}
