package dev.allmende.server;

import dev.allmende.cli.AddedCommand;
import dev.allmende.server.agent.ProbeAgentCommand;
import dev.allmende.server.backup.BackupCommand;
import dev.allmende.server.backup.RestoreCommand;
import dev.allmende.server.controllers.ControllersCommand;
import dev.allmende.server.doctor.DoctorCommand;
import dev.allmende.server.provisioning.StatusPageCommand;
import dev.allmende.server.running.DownCommand;
import dev.allmende.server.running.StatusCommand;
import dev.allmende.server.tenant.TenantCommand;
import dev.allmende.server.up.UpCommand;
import dev.allmende.server.user.UserCommand;
import java.util.List;

/** The program's entry: the commands of the command line, and those that need the server. */
public final class Main {

    /** Order of the help. */
    public static final List<AddedCommand> COMMANDS = List.of(
            new AddedCommand("up", UpCommand.class, UpCommand::new),
            new AddedCommand("down", DownCommand.class, DownCommand::new),
            new AddedCommand("status", StatusCommand.class, StatusCommand::new),
            new AddedCommand("controllers", ControllersCommand.class, ControllersCommand::new),
            new AddedCommand("probe-agent", ProbeAgentCommand.class, ProbeAgentCommand::new),
            new AddedCommand("tenant", TenantCommand.class, TenantCommand::new),
            new AddedCommand("status-page", StatusPageCommand.class, StatusPageCommand::new),
            new AddedCommand("user", UserCommand.class, UserCommand::new),
            new AddedCommand("backup", BackupCommand.class, BackupCommand::new),
            new AddedCommand("restore", RestoreCommand.class, RestoreCommand::new),
            new AddedCommand("doctor", DoctorCommand.class, DoctorCommand::new));

    private Main() {}

    public static void main(String[] args) {
        dev.allmende.cli.Main.start(COMMANDS, args);
    }
}
