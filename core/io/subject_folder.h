#pragma once

#include <QStringList>

namespace neuraxis::io {

// A folder that recon-all or FastSurfer filled for one subject: surf/, label/, stats/, mri/ and others.

bool isSubjectFolder(const QString& folder);
/// The subject folder that a file in surf/, label/, stats/ or mri/ belongs to; "" where there is none.
QString subjectFolderOf(const QString& path);
/// Whether a folder is a subject's or lies in one.
bool isInSubjectFolder(const QString& folder);
/// Whether there is nothing to look at in a subject's folder of that name.
bool isWorkFolder(const QString& name);
/// Whether a file in a subject folder is named like one that is shown from there: surf/lh.white, mri/orig.mgz ...
bool isNamedLikeShown(const QString& path);
/// Of a subject's volumes, that which shows the head comes before its masks and labels.
void headFirst(QStringList& files);

} // namespace neuraxis::io
