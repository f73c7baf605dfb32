package dev.allmende.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry. */
@Command(name = "allmende", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
