/**
 * The numbers by which Linux names file systems that are really another machine's (statfs(2), `f_type`).
 * SQLite's write-ahead log needs memory that all its users share, which none of these gives: commits get lost.
 */
const networkDisks = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9p'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x0bd00bd0, 'Lustre'],
  [0x786f4256, 'a shared folder of VirtualBox'],
]);

/** What kind of network disk this is, or undefined for a disk of this machine. */
export function networkDiskName(fileSystemType: number): string | undefined {
  return networkDisks.get(fileSystemType);
}
