/** A write was given up because somebody else wrote the file after it was read: read it again, merge, and try again. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('The file was changed by somebody else.');
  }
}
