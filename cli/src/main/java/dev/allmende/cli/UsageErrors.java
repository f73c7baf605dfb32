package dev.allmende.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line: what is wrong, what may have been meant, where the help is. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        var line = wrong.getCommandLine();
        var err = line.getErr();
        err.println(line.getColorScheme().errorText("error: " + firstLine(wrong)));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    private static String firstLine(CommandLine.ParameterException wrong) {
        var message = String.valueOf(wrong.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
