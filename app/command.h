#pragma once

#include <QStringList>

namespace neuraxis {

/// A subcommand of the program. `arguments` begin after its name; returns the process's exit code:
/// 0 success, 1 failure with one sentence on standard error, 2 wrong usage.
struct Command {
    const char* name;
    int (*run)(const QStringList& arguments);
};

int infoCommand(const QStringList& arguments);
int convertCommand(const QStringList& arguments);
int renderCommand(const QStringList& arguments);
int demoCommand(const QStringList& arguments);

} // namespace neuraxis
